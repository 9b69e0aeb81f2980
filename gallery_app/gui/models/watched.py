"""What is read anew when the library changed, as long as somebody sees it."""


class Watched:
    """What the models of screens have in common: unseen they read nothing.

    While one learns tags or scans, each of a dozen screens would have its questions answered in
    threads of the window's process, for nobody.

    Attributes:
        watched: Whether somebody looks; what changes meanwhile is read at the next look.
    """

    watched = True

    def watch(self, *, on: bool) -> None:
        """Begin or cease to follow the library; whoever begins asks for a `refresh`, too."""
        self.watched = on
