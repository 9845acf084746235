"""What a high rank among the police districts means, in words."""

from pages.parts.reading.language import _
from pages.parts.reading.reader import Reader


def ranked_by(reader: Reader) -> dict[str, str]:
    """Return what a high rank means for each measure, as the heading of its row."""
    known = reader.is_known
    return {
        "bemanning": _("Ikke tilfreds med bemanningen"),
        "tjenestestedstruktur": _("Ikke tilfreds med tjenestestedstrukturen"),
        "tjenestetilbud": _("Ikke tilfreds med tjenestetilbudet"),
        "onsker": _("Ønsker nytt tjenestested"),
        "lokaler": _("Tilbyr eller vurderer lokaler"),
        "taushet": _("Uten kjent uttalelse") if known else _("Uten svar"),
        "uten_tjenestested": _("Uten tjenestested i dag"),
        "avstand": _("Avstand til nærmeste tjenestested"),
    }


def superlatives(reader: Reader) -> dict[str, str]:
    """Return what the district that ranks first on each measure has."""
    known = reader.is_known
    silent = _("størst andel uten kjent uttalelse") if known else _("størst andel uten svar")
    return {
        "bemanning": _("størst misnøye med bemanningen"),
        "tjenestestedstruktur": _("størst misnøye med tjenestestedstrukturen"),
        "tjenestetilbud": _("størst misnøye med tjenestetilbudet"),
        "onsker": _("størst ønske om nytt tjenestested"),
        "lokaler": _("størst andel som tilbyr lokaler"),
        "taushet": silent,
        "uten_tjenestested": _("størst andel uten tjenestested"),
        "avstand": _("lengst snittavstand til tjenestested"),
    }
