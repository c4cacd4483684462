import Cases
import Crypto
public import FlywheelKit
public import FlywheelStore
import Foundation

/// Hands the desk's cases to the wheel: a complete file of the feed of tickets for each account and marketplace, so that what
/// waits at the desk stands in the queue beside everything else.
///
/// Nothing that people wrote, and nobody's name, is in it.
public struct DeskFacts: Sendable {
    /// What such files are called among the imports.
    public static let format = "cases of the desk"

    /// Days for which a case that is over is said to be so, before it is left out.
    private static let daysOver = 14.0
    /// Days after which the same is said again, so that it does not grow stale.
    private static let daysSaid = 1.0
    private struct Owner: Hashable, Comparable {
        let account: String
        let marketplace: String

        static func < (left: Owner, right: Owner) -> Bool {
            (left.account, left.marketplace) < (right.account, right.marketplace)
        }
    }

    private let store: any Store
    private let rules: DeskRules
    private let now: Instant

    /// The facts of a desk at one moment.
    public init(_ store: any Store, rules: DeskRules, now: Instant) {
        self.store = store
        self.rules = rules
        self.now = now
    }

    /// Publishes what is new since the last time, or said more than a day ago. What a later moment said stays: a look back
    /// changes nothing.
    ///
    /// - Returns: the imports that were made.
    @discardableResult
    public func publish() throws -> [ImportID] {
        var rows = try self.rows()
        let before = try store.imports().filter {
            $0.state == .kept && $0.draft.format == Self.format && $0.draft.feed == Tickets.feed.key.text
        }
        // Of an owner without any case left, an empty file says so.
        for record in before {
            let owner = Owner(account: record.draft.account, marketplace: record.draft.marketplace)
            rows[owner] = rows[owner] ?? []
        }
        var made: [ImportID] = []
        for (owner, tickets) in rows.sorted(by: { $0.key < $1.key }) {
            let last = before.last {
                $0.draft.account == owner.account && $0.draft.marketplace == owner.marketplace
            }
            if let id = try publish(tickets.sorted { $0.id < $1.id }, of: owner, after: last) { made.append(id) }
        }
        return made
    }

    private func publish(_ tickets: [DeskTicket], of owner: Owner, after last: ImportRecord?) throws -> ImportID? {
        let digest = SHA256.hash(data: Data(tickets.map(\.line).joined(separator: "\n").utf8)).hexadecimal
        if let last {
            guard last.draft.effectiveAt < now else { return nil }
            let isSame = last.draft.digest == digest
            if isSame, now < last.draft.effectiveAt.advanced(byDays: Self.daysSaid) { return nil }
        }
        let draft = ImportDraft(
            fileName: "desk", digest: digest, format: Self.format, feed: Tickets.feed.key.text, subject: .ticket,
            account: owner.account, marketplace: owner.marketplace, effectiveAt: now, receivedAt: now)
        let id = try store.beginImport(draft, by: .flywheel)
        do {
            if !tickets.isEmpty { try store.stage(DeskTicket.rows(tickets), for: id) }
            var summary = ImportSummary()
            summary.kept = tickets.count
            summary.subjects = tickets.count
            summary.columns = DeskTicket.columns
            try store.finishImport(id, as: .kept, summary)
            return id
        } catch {
            try store.abandonImport(id)
            throw error
        }
    }

    private func rows() throws -> [Owner: [DeskTicket]] {
        var rows: [Owner: [DeskTicket]] = [:]
        for isDone in [false, true] {
            var query = CaseQuery()
            query.isDone = isDone
            query.order = .updated
            query.endedSince = isDone ? now.advanced(byDays: -Self.daysOver) : nil
            try store.forEachPage(of: query) { page in
                for (record, contents) in page {
                    // Of a case that nobody knows the beginning of, no row can be made.
                    guard let ticket = DeskTicket(record.id, contents, rules: rules, now: now) else { continue }
                    let marketplace = record.marketplace.isEmpty ? Subject.nowhere : record.marketplace
                    rows[Owner(account: record.key.account, marketplace: marketplace), default: []].append(ticket)
                }
            }
        }
        return rows
    }
}
