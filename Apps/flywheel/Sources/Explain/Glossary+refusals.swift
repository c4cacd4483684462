extension Glossary {
    /// What a server refuses before any command is asked.
    static let refusals: [Entry] = [
        Entry(
            "not-signed-in",
            "Nobody has signed in, and the address is not for everyone. A program sends a token: Authorization: Bearer.",
            "flywheel serve --help"),
        Entry(
            "not-allowed",
            "The right that the page or the operation needs is missing. Roles give rights; an administrator gives roles.",
            "flywheel serve --help"),
        Entry(
            "not-found", "There is nothing at the address, or what is there belongs to an account that is not yours.",
            "flywheel queue"),
        Entry(
            "method-not-allowed",
            "The address is there, and does not know the method; the header Allow names those it does.",
            "flywheel serve --help"),
        Entry("too-large", "The body is longer than the address takes. Nothing was read.", "flywheel serve --help"),
    ]
}
