import Conversations
import FlywheelKit
import FlywheelStore

extension CaseStore {
    /// What messages say, by their number, without what their writers quoted; what was erased is left out.
    ///
    /// A program reads them and shows nobody, so nothing goes into the log of who saw what.
    func ownTexts(of messages: [(case: CaseID, number: Int64)], now: Instant) throws(StoreError) -> [Int64: String] {
        let access = Access(by: .flywheel, at: now, purpose: "triage")
        let wanted = Set(messages.map(\.number))
        let cases = Set(messages.map(\.case)).sorted()
        var own: [Int64: String] = [:]
        for start in stride(from: 0, to: cases.count, by: 500) {
            let some = Array(cases[start..<min(start + 500, cases.count)])
            for text in try texts(.cases(some), fields: [.message], for: access) where wanted.contains(text.number) {
                own[text.number] = QuotedText.cut(text.text)
            }
        }
        return own
    }
}
