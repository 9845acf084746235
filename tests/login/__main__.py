"""`make run LOGIN=test`: the application, with a provider of invented people to log in at."""

import os
import subprocess
import sys

from tests.login.provider import PEOPLE, provider, settings

with provider() as issuer:
    people = ", ".join(f"{each.subject} ({each.role})" for each in PEOPLE)
    print(f"\033[1;31mPRØVEINNLOGGING hos {issuer}: {people}.\033[0m", file=sys.stderr)
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    sys.exit(subprocess.call(command, env=os.environ | settings(issuer)))
