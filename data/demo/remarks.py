"""The remark a case worker would have left on an answer."""

from data.demo.who import DEADLINE, Sender

BY_SHAPE = {
    "vedlegg": "Svaret viser til vedlegg eller til en annens uttalelse",
    "kort": "Ett ord",
    "lang": "Saksutredning limt inn foran svaret",
}
BY_HABIT = {
    "wrapped": "Linjeskift midt i setninger, limt inn fra PDF",
    "printout": "Saksutskrift foran svaret",
    "case_worker": "Inneholder kontaktopplysninger",
}


def remark(sender: Sender, habits: frozenset[str]) -> str | None:
    """Return what is worth knowing about the answer, or nothing."""
    remarks = []
    if sender.received > DEADLINE:
        remarks.append("Mottatt etter fristen")
    if sender.replaced_on:
        remarks.append("Erstattet av et senere svar")
    if sender.replaces:
        remarks.append("Erstatter et tidligere svar")
    if len(sender.numbers) > 1 and sender.kind == "kommune":
        remarks.append("Felles svar")
    if sender.kind == "interkommunalt_raad":
        remarks.append("Kommunene har også svart hver for seg")
    if sender.shape in BY_SHAPE:
        remarks.append(BY_SHAPE[sender.shape])
    remarks += [text for habit, text in BY_HABIT.items() if habit in habits]
    return "; ".join(remarks) or None
