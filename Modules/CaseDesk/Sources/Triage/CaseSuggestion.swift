public import Cases
import Conversations
public import FlywheelStore

/// What triage makes of the newest message of who asks: an offer to who works the case, which nothing acts on.
public struct CaseSuggestion: Sendable {
    /// The message.
    public let message: MessageID
    /// What it is about, who would decide, and why.
    public let triaged: TriagedMessage
    /// Where the model comes from.
    public let source: DeskTriage.Source

    /// The suggestion for a case; nothing where who asks wrote nothing, where that was erased, or where who looks may not
    /// see it: its reasons are words of the message.
    ///
    /// - Parameters:
    ///   - breaches: what is wrong with automation as a whole; with anything it only suggests, and says so.
    ///   - canSeeText: whether who looks sees messages as they are.
    public init?(for file: CaseFile, by triage: DeskTriage, breaches: [AutomationBreach] = [], canSeeText: Bool) {
        guard canSeeText, let newest = file.contents.asked.last?.message.number,
            let entry = file.thread.last(where: { $0.message.id.number == newest }), let text = entry.text
        else { return nil }
        var worker = TriageWorker(triage, breaches: breaches)
        message = entry.message.id
        triaged = worker.triage(QuotedText.cut(text), language: file.contents.language)
        source = triage.source
    }
}
