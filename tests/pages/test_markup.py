"""Our Markup writes what markupsafe's writes, and escapes all that it escapes."""

from typing import Any

import markupsafe
import pytest

from pages.parts.reading.markup import Markup

HOSTILE = "<script>alert('x')</script>&\""
GIVEN: list[tuple[Markup, tuple[Any, ...], dict[str, Any]]] = [
    (Markup("<b>{}</b>"), (HOSTILE,), {}),
    (Markup("<b>{0}{1}{0}</b>"), (HOSTILE, 2), {}),
    (Markup("<b {navn}>{}</b>"), (HOSTILE,), {"navn": markupsafe.Markup("class='x'")}),
    (Markup("{}{}"), (markupsafe.Markup("<i>"), Markup("</i>")), {}),
    (Markup("{:.1%} {:>5} {n:04d}"), (0.123, "<a>"), {"n": 7}),
    (Markup("{!r} {}"), ("<a>", None), {}),
    (Markup("{0[1]} {w.real}"), (("a", "<b>"),), {"w": 3}),
    (Markup("{:{width}}|"), ("<x>",), {"width": 6}),
    (Markup("{{}} {} }}"), (1.5,), {}),
    (Markup("ingen verdier <br>"), (), {}),
]


@pytest.mark.parametrize(("template", "given", "named"), GIVEN)
def test_what_is_filled_in_is_what_markupsafe_fills_in(
    template: Markup, given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    ours = template.format(*given, **named)
    assert str(ours) == str(markupsafe.Markup.format(template, *given, **named))
    assert type(ours) is Markup
    # A template is taken apart once, and filled in anew each time.
    assert str(template.format(*given, **named)) == str(ours)


def test_what_is_joined_is_escaped() -> None:
    assert str(Markup("<br>").join([HOSTILE, Markup("<i>")])) == (
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&#34;<br><i>"
    )
    assert str(Markup("<p>") + HOSTILE).startswith("<p>&lt;script")


@pytest.mark.parametrize(
    ("template", "given", "error"),
    [
        (Markup("{}{}"), ("a",), IndexError),
        (Markup("{navn}"), (), KeyError),
        (Markup("{:d}"), ("a",), ValueError),
        (Markup("{:>3}"), (Markup("<i>"),), ValueError),
    ],
)
def test_what_is_missing_or_cannot_be_written_is_an_error(
    template: Markup, given: tuple[Any, ...], error: type[Exception]
) -> None:
    for fill in (Markup.format, markupsafe.Markup.format):
        with pytest.raises(error):
            fill(template, *given)
