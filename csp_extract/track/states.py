"""How a track stands: from the words of its rows and the days that have passed."""

from csp_extract.records import TrackKind, TrackState
from csp_extract.track.thread import Thread

_SIMPLE = {
    TrackKind.PRIORITY: TrackState.CURRENT,
    TrackKind.FUNDING: TrackState.CURRENT,
    TrackKind.COMMITMENT: TrackState.OPEN,
    TrackKind.EVENT: TrackState.PLANNED,
    TrackKind.INITIATIVE: TrackState.IN_PROGRESS,
}


def state_of(thread: Thread) -> TrackState:
    """Return the state of a track as of the last paper of its series."""
    if thread.kind is TrackKind.INITIATIVE:
        return _initiative(thread)
    return _SIMPLE[thread.kind]


def _initiative(thread: Thread) -> TrackState:
    """Return the last status that a paper states."""
    stated = [item.cell("status") for item in thread.items if item.cell("status")]
    told = [status for status in stated if status != "unstated"]
    return TrackState(told[-1]) if told else TrackState.IN_PROGRESS
