public import Cases
import Conversations
public import FlywheelStore

/// What triage makes of the newest message of who asks: an offer to who works the case.
public struct CaseSuggestion: Sendable {
    /// The message.
    public let message: MessageID
    /// What it is about, who would decide, and why.
    public let triaged: TriagedMessage
    /// Where the model comes from.
    public let source: DeskTriage.Source

    /// Whether triage decides about cases of that kind by itself.
    public let isAutomated: Bool
    /// Whether nobody said yet what the case is about, and nobody works on it.
    public let isFree: Bool

    /// The suggestion for a case; nothing where who asks wrote nothing, where that was erased, or where who looks may not
    /// see it: its reasons are words of the message.
    ///
    /// - Parameters:
    ///   - breaches: what is wrong with automation as a whole; with anything it only suggests, and says so.
    ///   - automation: what triage decides by itself.
    ///   - canSeeText: whether who looks sees messages as they are.
    public init?(
        for file: CaseFile, by triage: DeskTriage, breaches: [AutomationBreach] = [],
        automation: Automation = Automation(), canSeeText: Bool
    ) {
        guard canSeeText, let newest = file.contents.asked.last?.message.number,
            let entry = file.thread.last(where: { $0.message.id.number == newest }), let text = entry.text
        else { return nil }
        var worker = TriageWorker(triage, breaches: breaches)
        message = entry.message.id
        let found = worker.triage(QuotedText.cut(text), language: file.contents.language)
        isFree = automation.isFree(file.contents)
        triaged = isFree ? found.limited(by: automation, in: file.record.id) : found
        isAutomated = automation.isOn(for: found.labels)
        source = triage.source
    }
}
