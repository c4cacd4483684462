import Calendars
import Imports

/// A help desk whose exports in JSON are read.
protocol TicketSystem {
    /// Remembers what a record tells of people and groups, which may stand behind the tickets that name them.
    static func note(_ record: TicketDocument.Record, in directory: inout Directory)

    /// What a record tells of conversations; nothing where it is about something else.
    static func conversations(
        _ record: TicketDocument.Record, _ directory: Directory, zone: TimeZoneTable
    ) throws(FieldTrouble) -> [Conversation]
}

/// Reads tickets in JSON: once to its end for the people, so that a broken document is refused before anything of it counts,
/// and once for the tickets.
struct TicketDocumentReader<System: TicketSystem> {
    let path: String
    let zone: TimeZoneTable
    let limits: ReadLimits

    func read(_ take: (ReadOutcome) throws -> Void) throws {
        var directory = Directory()
        try TicketDocument(.open(path: path, limits: limits), limits: limits).forEach {
            System.note($0, in: &directory)
        }
        try TicketDocument(.open(path: path, limits: limits), limits: limits).forEach { record in
            let found: [Conversation]
            do throws(FieldTrouble) {
                found = try System.conversations(record, directory, zone: zone)
            } catch {
                return try take(.rejected(error.rejected(line: record.line, conversation: record.value.text("id"))))
            }
            for conversation in found { try take(.conversation(conversation)) }
        }
    }
}
