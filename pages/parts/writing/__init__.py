"""How a page takes in what people write, and how the browser holds on to it until it is kept.

In the page's HTML, with `event()` for the attribute:

- `<button data-event='…'>` writes when it is pressed, `<form data-event='…'>` when it is sent. The
  attribute is JSON: `datasett`, `slag`, `gjelder` and, where there are any, `felt`, `fra`, `til`,
  `hvorfor`, `tekst_hash`, `seen`. A form's `til` is a JSON object of its named fields (boxes of one
  name are a list), and its field «hvorfor» is the event's. The button a form is sent by may change
  parts of it with `data-som-event='{"slag": …}'`.
- `status()` is a line that says whether all is kept, in words that a screen reader reads.
- `<… data-se-igjen="2">` has the page drawn anew in so many seconds, for what goes on elsewhere.
- What is half written in such a form is remembered in the window, put back when the form is there
  again, and forgotten when it is kept.

In a script: `window.writing.post({datasett, slag, gjelder, …})` does the same and returns the id;
`window.writing.waiting()` counts what is not yet kept. `til` and `fra` are JSON texts. The document
is told of each answer by the event «written», with `detail: {post, receipt}` where `receipt` is
`{id, nr}`, or `{id, avvist, nyere}` for what was refused: `nyere` are the events that others have
written about the same since `seen`, each with `nr`, `navn`, `tid`, `til`, `hvorfor` and `slag`.

A post is sent until it is answered, in order, some at a time, and is one event however often it is
sent. It is kept for the person who wrote it: another who logs in in the same window never sends it.

On the server: `listen()` last on every page takes posts in, before the page is drawn anew, by the
rules in `rules.py`; a page that has something to write adds its own there. What the rules refuse
is never kept, whatever the page showed.
"""

from pages.parts.writing.listening import listen
from pages.parts.writing.marking import event, event_in, status

__all__ = ["event", "event_in", "listen", "status"]
