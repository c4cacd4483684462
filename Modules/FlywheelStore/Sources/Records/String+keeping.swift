extension String {
    /// The text as stores keep it, with U+FFFD for NUL: a database would end the text there, and what the journal says of it
    /// would be of another.
    package var withoutNUL: String { utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self }
}
