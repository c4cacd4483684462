import Calendars
import FlywheelKit
import Imports

/// How the fields of a ticket are read.
extension JSONValue {
    /// The text of a field; nil where it is blank, `null` or no text, number or flag.
    func text(_ name: String) -> String? {
        guard let cell = self[name]?.cell?.trimmed, !cell.isEmpty else { return nil }
        return cell
    }

    /// The text of a field that must be there.
    func required(_ name: String) throws(FieldTrouble) -> String {
        guard let text = text(name) else { throw .missing(name, "a number or name") }
        return text
    }

    /// A moment.
    func instant(_ name: String, _ zone: TimeZoneTable) throws(FieldTrouble) -> Instant? {
        guard let text = text(name) else { return nil }
        do throws(ValueError) {
            return try Instant(written: text, zone: zone)
        } catch {
            throw FieldTrouble(field: name, expected: "\(error.expected)", found: "\"\(text.prefix(80))\"")
        }
    }

    /// Yes or no; nil where it says neither.
    func flag(_ name: String) -> Bool? {
        switch self[name] {
        case .flag(let flag): flag
        case .text("true"), .number("1"): true
        case .text("false"), .number("0"): false
        default: nil
        }
    }

    /// The members of an object.
    var members: [Member] {
        guard case .object(let members) = self else { return [] }
        return members
    }

    /// Labels, as a list or as text with commas between.
    func labels(_ name: String) -> [String] {
        switch self[name] {
        case .array(let values): values.compactMap(\.cell)
        case .text(let text): text.split { ",;".contains($0) }.map(\.trimmed).filter { !$0.isEmpty }
        default: []
        }
    }
}
