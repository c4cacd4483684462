extension Conversation {
    /// The conversation with its links found and its texts redacted, in that order, since a number of an order may look like a
    /// telephone's.
    func finished(_ redaction: Redaction) -> (Conversation, [Redaction.Kind: Int]) {
        var finished = self
        var counts: [Redaction.Kind: Int] = [:]
        func redacted(_ text: String, _ redaction: Redaction = redaction) -> String {
            let result = redaction.redact(text)
            counts.merge(result.counts, uniquingKeysWith: +)
            return result.text
        }
        finished.links = allLinks
        finished.subject = subject.map { redacted($0) }
        for index in finished.messages.indices { finished.messages[index].text = redacted(messages[index].text) }
        for (name, value) in references {
            // What a source calls an order is none of a telephone, and may be a card all the same.
            finished.references[name] = redacted(value, Self.stated.keys.contains(name) ? Redaction() : redaction)
        }
        finished.category = category.map { redacted($0) }
        finished.tags = tags.map { redacted($0) }
        return (finished, counts)
    }

    /// Names of references that say what their value is.
    private static let stated: [String: FoundLink.Kind] = [
        "order": .order, "sku": .listing, "asin": .product, "marketplace-case": .marketplaceCase,
    ]

    private var allLinks: [FoundLink] {
        var links = FoundLinks()
        for (name, value) in references.sorted(by: { $0.key < $1.key }) {
            if let kind = Self.stated[name] {
                links.add(FoundLink(kind, value, .stated))
            } else {
                // A field `cf_order_id` names what it holds as a word in a text does.
                let words = name.split { !$0.isLetter && !$0.isNumber }.filter { $0 != "cf" && $0 != "field" }
                for link in LinkFinder.links(in: words.joined(separator: " ") + ": " + value) { links.add(link) }
            }
        }
        for text in [subject].compactMap(\.self) + messages.map(\.text) {
            for link in LinkFinder.links(in: text) { links.add(link) }
        }
        return links.links
    }
}

extension ConversationSummary {
    /// Counts a conversation that is handed over.
    mutating func count(_ conversation: Conversation, _ redacted: [Redaction.Kind: Int]) {
        conversations += 1
        messages += conversation.messages.count
        changes += conversation.changes.count
        self.redacted.merge(redacted, uniquingKeysWith: +)
    }
}
