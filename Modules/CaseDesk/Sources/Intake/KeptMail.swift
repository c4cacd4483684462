public import FlywheelStore
import FlywheelKit

/// Which case holds a mail that an earlier import brought: by a digest of its `Message-ID`, so that nobody's text is looked
/// at.
public struct KeptMail: Sendable {
    /// The source that mail comes from.
    static let source = "mail"

    private let store: any CaseStore
    private let account: String
    private let key: [UInt8]

    /// The mail of one account.
    public init(_ store: any CaseStore, account: String) throws(StoreError) {
        self.store = store
        self.account = account
        key = try store.identityKey()
    }

    /// The code of the case that holds the message, or is named after it, or that such a one was merged into; nil where
    /// there is none.
    public func conversation(of messageID: String) throws(StoreError) -> String? {
        let messages = try store.messages(sourced: [IdentityDigest.message(messageID, key: key)])
        if let holder = try store.caseRecords(messages.map(\.case)).first(where: isMail) { return try code(of: holder) }
        let named = CaseKey(source: Self.source, account: account, code: messageID)
        return try store.caseRecords(keyed: [named])[named].map { record throws(StoreError) in try code(of: record) }
    }

    private func isMail(_ record: CaseRecord) -> Bool {
        record.key.source == Self.source && record.key.account == account
    }

    private func code(of record: CaseRecord) throws(StoreError) -> String {
        guard let other = record.mergedInto, let goal = try store.caseRecords([other]).first, isMail(goal) else {
            return record.key.code
        }
        return goal.key.code
    }
}
