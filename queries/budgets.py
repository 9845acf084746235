"""How much one reader may ask for: every limit in one place, so that no work grows with a request.

What is more is refused before anything is done with it, in one sentence. Our own links and pages
stay far below every limit here.
"""

from typing import Final

# A link: characters after the question mark, parameters, values of one parameter, characters of a
# value. The longest link a page makes has some 1 500 characters and 15 values of one kind.
LINK: Final = 8_000
PARAMETERS: Final = 60
VALUES: Final = 60
VALUE: Final = 200
# What is told of a link, and how many of its values are compared with all there are.
NOTICES: Final = 5
SUGGESTIONS: Final = 3
# A text that is searched for, in characters, and what may be set aside to compare.
TEXT: Final = 100
CHOSEN: Final = 5
