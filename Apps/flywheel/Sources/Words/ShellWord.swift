extension String {
    /// The text as one word of a POSIX shell: as it is where that is safe, else in single quotes, so that a command that is
    /// shown can be copied whatever names it holds.
    var shellWord: String {
        let isSafe = wholeMatch(of: #/[A-Za-z0-9_.\/:@%+,-]+/#) != nil
        return isSafe ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
