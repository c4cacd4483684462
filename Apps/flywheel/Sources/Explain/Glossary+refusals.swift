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
        Entry(
            "address-too-long", "The address is longer than the server takes; no address of its own is.",
            "flywheel serve --help"),
        Entry(
            "head-too-long", "The address and the headers together are longer than the server takes, or too many.",
            "flywheel serve --help"),
        Entry("http", "What came is no request of HTTP/1.1 that can be read.", "flywheel serve --help"),
        Entry("too-large", "The body is longer than the address takes. Nothing was read.", "flywheel serve --help"),
    ]
}
