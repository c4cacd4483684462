/// One file of the catalog: the messages of one area in one language.
///
/// ```
/// # Below a row of the queue, where other exceptions on the listing wait for it.
/// queue.row.blockedMore = {count, plural, one {# more waits for this one} other {# more wait for this one}}
/// ```
///
/// A note stands above the key it explains and above those that follow, up to the next empty line.
struct CatalogFile: Hashable, Sendable {
    struct Entry: Hashable, Sendable {
        let key: String
        let message: Message
        let note: String?
    }

    let entries: [Entry]

    /// Reads a file whose keys begin with the name of its area.
    init(area: String, _ text: String) throws(CatalogError) {
        var entries: [Entry] = []
        var note: String?
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            func fault(_ found: String, _ expected: String) -> CatalogError {
                CatalogError(area: area, line: place + 1, found: found, expected: expected)
            }
            if line.isEmpty {
                note = nil
            } else if line.hasPrefix("# ") {
                note = [note, String(line.dropFirst(2))].compactMap(\.self).joined(separator: " ")
            } else {
                guard let sign = line.firstRange(of: " = ") else { throw fault("\"\(line)\"", "key = message") }
                let key = String(line[..<sign.lowerBound])
                guard key.hasPrefix("\(area)."), key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." }) else {
                    throw fault("\"\(key)\"", "a key such as \(area).row.late")
                }
                guard !entries.contains(where: { $0.key == key }) else { throw fault("\"\(key)\" again", "it once") }
                do throws(MessageError) {
                    entries.append(Entry(key: key, message: try Message(line[sign.upperBound...]), note: note))
                } catch {
                    throw fault(error.found, error.expected)
                }
            }
        }
        self.entries = entries
    }
}

/// A line of the catalog that is not one.
struct CatalogError: Error, Hashable, CustomStringConvertible {
    let area: String
    let line: Int
    let found: String
    let expected: String

    var description: String { "\(area), line \(line): found \(found), expected \(expected)" }
}
