/// A sentence with a number in it, and the records it rests on.
public struct WheelEvidence: Hashable, Sendable {
    /// The sentence, with its figures.
    public var text: String
    /// Records it rests on, newest first; no more than ``WheelModel/rowsShown``.
    public var records: [HistoryRecord]

    /// A sentence.
    public init(_ text: String, records: [HistoryRecord] = []) {
        self.text = text
        self.records = records
    }
}
