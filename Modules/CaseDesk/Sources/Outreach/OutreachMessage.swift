import Cases
import FlywheelKit
public import FlywheelStore

/// A message as it goes out.
public struct OutreachMessage: Hashable, Sendable {
    /// Its id.
    public let id: OutreachID
    /// The seller account it is from.
    public let account: String
    /// The marketplace it goes through.
    public let marketplace: String
    /// The number of the order, where it is about one.
    public let order: String?
    /// The case it belongs to.
    public let `case`: CaseID?
    /// The system that case comes from.
    public let source: String?
    /// Its number there, by which that system knows whom to send it to.
    public let ticket: String?
    /// Its language; empty for the one for all others.
    public let language: String
    /// What it says.
    public let text: String

    /// `nil` where its template is gone, or asks for what is not known.
    ///
    /// - Parameter key: what the source of its case calls it.
    init?(_ outreach: Outreach, about key: CaseKey?, rules: DeskRules) {
        let note = outreach.note
        guard let template = rules.settings.templates.first(where: { $0.id == outreach.record.template }) else {
            return nil
        }
        let rule = rules.settings.outreach.first { $0.id == note.rule }
        var values: [OutreachTemplate.Field: String] = [:]
        let isOrder = note.occasion == OutreachRule.Occasion.lateOrder.rawValue
        if isOrder { values[.order] = note.about }
        // Who asked knows their ticket's number, and not ours; a mail has a name in place of one, which nobody would quote.
        values[.case] = key?.source == KeptMail.source ? outreach.record.case?.description : key?.code
        values[.promised] = note.promised?.utcDay.description
        values[.next] = rule?.everyHours.map { note.sendAfter.advanced(byDays: $0 / 24).utcDay.description }
        guard let text = template.text(in: note.language, filling: values) else { return nil }
        id = outreach.record.id
        account = note.account
        marketplace = note.marketplace
        order = isOrder ? note.about : nil
        self.case = outreach.record.case
        source = key?.source
        ticket = key?.code
        language = note.language
        self.text = text
    }
}
