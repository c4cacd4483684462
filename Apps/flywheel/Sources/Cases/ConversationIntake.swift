import Calendars
import CaseDesk
import Conversations
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Imports

/// Takes tickets, mail and what else people wrote to the desk of cases.
struct ConversationIntake: FileIntake {
    /// Rejects that are handed to the store at once.
    private static let batch = 500

    let store: any Store
    let rules: DeskRules
    let feed = ConversationTable.feed.key.text

    func kind(of path: String, _ context: ImportContext) -> String? {
        let isStated = context.kind.map { [feed, ConversationTable.feed.title].contains($0.lowercased()) }
        let format = context.kind.flatMap { kind in
            ConversationFormat.allCases.first { $0.title.lowercased() == kind.lowercased() }
        }
        // Somebody said that it is something else.
        if context.kind != nil, isStated == false, format == nil { return nil }
        var asked = self.context(context)
        asked.format = format
        return try? ConversationFile(path: path, context: asked).format.title
    }

    func take(
        _ file: IntakeFile, progress: (ReadProgress) -> Void, rejected: ([Reject]) throws(StoreError) -> Void
    ) throws -> IntakeSummary {
        var context = self.context(file.context)
        context.format = ConversationFormat.allCases.first { $0.title == file.kind }
        context.marketplace = file.place.marketplace.source == .assumed ? nil : file.place.marketplace.value
        let account = file.place.account.value
        context.mail = try rules.mail(after: KeptMail(store, account: account))
        var intake = try CaseIntake(
            store, rules: rules, book: LinkBook(store, account: account), account: account,
            marketplace: context.marketplace ?? "", otherwise: min(file.place.effectiveAt.value, file.now),
            actor: file.actor, now: file.now)
        var rejects: [Reject] = []
        let summary = try ConversationFile(path: file.path, context: context).read { conversation in
            try intake.add(conversation)
            progress(ReadProgress(rows: intake.outcome.conversations))
        } rejected: { reject in
            rejects.append(Reject(reject))
            guard rejects.count >= Self.batch else { return }
            try rejected(rejects)
            rejects = []
        }
        try intake.finish()
        if !rejects.isEmpty { try rejected(rejects) }
        var taken = IntakeSummary()
        taken.kept = summary.conversations
        taken.subjects = intake.outcome.cases
        taken.isPlaced = intake.outcome.unplaced.isEmpty
        taken.remarks = intake.outcome.remarks + summary.remarks
        return taken
    }

    private func context(_ context: ImportContext) -> ConversationContext {
        var made = ConversationContext()
        made.redaction = rules.redaction
        made.mail = rules.mail()
        made.dateOrder = context.dateOrder
        let market = context.marketplace.flatMap { Marketplace.named($0) }
        made.zone = market.flatMap { context.zone($0.zone) } ?? .utc
        if !context.headings.isEmpty {
            let headings = context.headings.compactMap { heading in
                TableField(rawValue: heading.column).map { ($0, heading.heading) }
            }
            var mapping = TableMapping(
                Dictionary(headings, uniquingKeysWith: { first, _ in first }),
                unknown: context.unknown.isEmpty ? TableMapping.usualUnknown : context.unknown)
            for (column, words) in context.words { TableField(rawValue: column).map { mapping.words[$0] = words } }
            made.mapping = mapping
        }
        return made
    }
}

extension ConversationFormat {
    /// What it is, in words.
    var title: String {
        switch self {
        case .zendesk: "Zendesk tickets"
        case .zammad: "Zammad tickets"
        case .freshdesk: "Freshdesk tickets"
        case .mbox: "mailbox"
        case .mail: "mail"
        case .amazonFeedback: "Amazon feedback"
        case .amazonReturns: "Amazon returns"
        case .amazonWarehouseReturns: "Amazon FBA returns"
        case .table: "table of tickets"
        }
    }
}

extension Reject {
    fileprivate init(_ record: RejectedRecord) {
        self.init(
            line: record.line, column: record.column, heading: record.field, code: "conversation",
            reason: record.reason)
    }
}

extension CaseIntake.Outcome {
    /// The different cases that were told of.
    fileprivate var cases: Int { added.union(changed).union(same).count }

    /// What to say of it, a line each.
    fileprivate var remarks: [String] {
        var remarks = [
            "\(Numbers.count(added.count, "case")) new, \(Numbers.grouped(changed.subtracting(added).count)) changed, "
                + "\(Numbers.grouped(same.subtracting(added).subtracting(changed).count)) as they were"
        ]
        if !conflicts.isEmpty {
            remarks.append(
                "\(Numbers.count(conflicts.count, "case")) where the source says something else than the desk: "
                    + "flywheel cases --conflicts")
        }
        remarks += unknownWords.sorted { $0.key < $1.key }.map { "not known: \($0.key), \($0.value) times" }
        return remarks
    }
}

extension ConversationSummary {
    /// What to say of it, a line each.
    fileprivate var remarks: [String] {
        var remarks: [String] = []
        if setAside > 0 { remarks.append("\(Numbers.grouped(setAside)) set aside: nobody wrote or claimed anything") }
        let taken = redacted.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }
        if !taken.isEmpty { remarks.append("taken out of texts: \(taken.joined(separator: ", "))") }
        if !unused.isEmpty { remarks.append("not used: \(unused.joined(separator: ", "))") }
        return remarks
    }
}
