import FlywheelKit
import FlywheelStore

extension WorkEvent {
    /// The event in the next columns of a row.
    init(_ row: inout RowReader) throws(StoreError) {
        let at = Instant(seconds: try row.integer())
        let actor = Actor(try row.word("actor_kind"), try row.text())
        let verb: JournalEvent.Verb = try row.word("verb")
        self.init(
            at: at, by: actor,
            JournalEvent(
                verb, try row.text(), cause: try row.text(), state: try row.text(), detail: try row.text()))
    }
}
