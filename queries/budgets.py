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
# Municipalities that are chosen, or left out of the choice.
PLACES: Final = 40

# A request: bytes of its address, of what is posted, and seconds that a client may take to send it.
ADDRESS: Final = 10_000
BODY: Final = 8_000
SENDING: Final = 5.0
# A message from an open page: bytes, values in it, and messages a second once the first are used.
MESSAGE: Final = 64_000
MESSAGE_VALUES: Final = 300
MESSAGES_A_SECOND: Final = 10.0
MESSAGES_AT_ONCE: Final = 40
# What a connection takes in of messages and all else, unpacked, before anybody looks at it: bytes
# at once, bytes a second, and what is counted for a frame beside what is in it.
TAKEN_AT_ONCE: Final = 4 * MESSAGE
TAKEN_A_SECOND: Final = 10.0 * MESSAGE
FRAME: Final = 16
# What somebody writes: of it in one message. How long each may be is up to where it is kept.
POSTS: Final = 50
# Pages that are open at a time, and for how many seconds one that was closed may come back to what
# it was; each holds four descriptors.
PAGES: Final = 2_000
AWAY: Final = 15.0
# For one address, which a whole office may share: pages that are open, and pages that are drawn at
# a time; for how many seconds one that is drawn is waited for, and before it is drawn anew.
PAGES_AN_ADDRESS: Final = 500
DRAWN_AT_ONCE: Final = 4
DRAWING: Final = 20.0
HASTE: Final = 0.5
# Papers and other costly work: made at a time, waiting for a turn, and for one address in all; in
# seconds, how long one may take, and after how long a refused reader may ask again.
WORKERS: Final = 2
QUEUE: Final = 12
PER_ADDRESS: Final = 4
LONGEST_WORK: Final = 180.0
AGAIN: Final = 10
# Files that take less than a second: made at a time, and asked for at a time by one address and by
# all. A file of any kind is sent as fast as it is taken: a piece of it in so many seconds.
BRIEF: Final = 4
BRIEF_AN_ADDRESS: Final = 12
BRIEF_QUEUE: Final = 80
TAKING: Final = 30.0
# Cards in one deck.
CARDS: Final = 60
# Short links: of one open page, of one address, and of all together in an hour.
LINKS_A_SESSION: Final = 20
LINKS_AN_ADDRESS: Final = 60
LINKS_AN_HOUR: Final = 600
# Bytes that should be free where links, what people write and databases are kept.
ROOM: Final = 50_000_000
