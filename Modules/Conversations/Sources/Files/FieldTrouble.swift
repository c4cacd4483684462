import Calendars
import FlywheelKit
import Imports

/// Why a field cannot be read, before the place of its record is known.
struct FieldTrouble: Error {
    let field: String
    let expected: String
    let found: String
}

extension FieldTrouble {
    /// A field that must be there and is not.
    static func missing(_ field: String, _ expected: String) -> FieldTrouble {
        FieldTrouble(field: field, expected: expected, found: "nothing")
    }

    /// The rejected record, at its line.
    func rejected(line: Int, column: Int = 0, conversation: String? = nil) -> RejectedRecord {
        RejectedRecord(
            line: line, column: column, field: field, expected: expected, found: found, conversation: conversation)
    }
}

extension Instant {
    /// A moment as exports write it; one without a zone is of `zone`, a day is its beginning.
    init?(written text: String, order: DateOrder = .yearFirst, zone: TimeZoneTable) throws(ValueError) {
        switch try CellValue.date(text.utf8.span, order: order) {
        case nil: return nil
        case .instant(let seconds): self.init(seconds: seconds)
        case .day(let day): self.init(seconds: zone.startOfDay(Int32(clamping: day)))
        case .local(let day, let second):
            self.init(seconds: zone.instant(day: Int32(clamping: day), secondOfDay: second))
        }
    }
}
