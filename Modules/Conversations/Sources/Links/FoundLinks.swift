/// Links, each thing once, in the order in which they were found. What is the number of a card is no link, whatever is said of it:
/// no desk may keep it.
struct FoundLinks {
    private(set) var links: [FoundLink] = []
    private var places: [Thing: Int] = [:]

    private struct Thing: Hashable {
        let kind: FoundLink.Kind
        let code: String
    }

    /// Adds a link, or what speaks better for one that is here already.
    mutating func add(_ link: FoundLink) {
        guard !FoundLink.holdsCard(link.code) else { return }
        let thing = Thing(kind: link.kind, code: link.code)
        if let place = places[thing] {
            if link.evidence < links[place].evidence { links[place] = link }
        } else {
            places[thing] = links.count
            links.append(link)
        }
    }
}
