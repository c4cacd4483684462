extension Glossary {
    /// The words of what leaves the house.
    static let outbox: [Entry] = messages + notPublic

    /// The words of addresses that are not of the public internet.
    private static let notPublic = [
        "private-address", "loopback-address", "link-local-address", "shared-address", "multicast-address",
        "reserved-address",
    ].map { word in
        Entry(
            word,
            "The address, or one that its name leads to, is not of the public internet, as 10.0.0.0/8 and this machine's own "
                + "are not. Nothing is sent there unless outbox.networks in the configuration names the network.",
            "flywheel webhooks")
    }

    private static let messages: [Entry] = [
        Entry(
            "webhook",
            "A web address that is told of what happens, signed as Standard Webhooks has it, at least once and under an "
                + "id that stays the same. A slack is a channel's address, a mail a mail's.", "flywheel webhooks"),
        Entry(
            "delivery",
            "One message to one subscription. It waits, was delivered, or is dead: tried ten times in about 76 hours, "
                + "after which a person can send it again.", "flywheel webhooks deliveries"),
        Entry(
            "not-https",
            "Into the public internet messages leave encrypted alone, to https addresses. Networks that outbox.networks in the "
                + "configuration names are sent to without.", "flywheel webhooks"),
        Entry(
            "unreachable", "The receiver's name was not found, or nobody answers there.",
            "flywheel webhooks deliveries"),
        Entry(
            "bad-certificate",
            "Nobody who is trusted vouches for the receiver. Where a house signs certificates itself, SSL_CERT_FILE names the "
                + "file that says so.", "flywheel webhooks deliveries"),
        Entry("timeout", "The receiver did not answer within 20 seconds.", "flywheel webhooks deliveries"),
        Entry(
            "no-mail-server", "The configuration names no server for mails under outbox.mail.",
            "flywheel webhooks deliveries"),
        Entry(
            "reader-kept-out",
            "Whoever signs in by the mail's address is kept out: nothing is sent until they may come in again.",
            "flywheel people"),
        Entry("unknown-subscription", "No subscription has that id, or it was removed.", "flywheel webhooks"),
        Entry(
            "unknown-delivery",
            "No message of the subscription has that id. What was delivered is forgotten after 45 days.",
            "flywheel webhooks deliveries"),
        Entry(
            "webhook-address",
            "Web addresses are https://host/path, without user or fragment, with numbers only as four decimal ones; mail "
                + "addresses are name@host.", "flywheel webhooks add --help"),
        Entry("unknown-verb", "The journal never calls anything so; the notes list what it says.", "flywheel webhooks"),
        Entry(
            "subscription-state", "The subscription's state does not allow it; the sentence says it.",
            "flywheel webhooks"),
        Entry("not-signed", "Only webhooks are signed; lines for channels and mails are not.", "flywheel webhooks"),
    ]
}
