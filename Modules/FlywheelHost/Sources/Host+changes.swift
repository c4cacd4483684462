public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore
public import Uploads

/// A file for a marketplace, ready to be written, with the changes that it carries.
public struct PlannedUpload: Sendable {
    /// What it is called: account, marketplace, form and moment.
    public let name: String
    /// Its form.
    public let format: UploadFormat
    /// Whose listings it changes.
    public let account: String
    /// The marketplace's id.
    public let marketplace: String
    /// Every byte of it.
    public let bytes: [UInt8]
    /// SHA-256 of the bytes, in hexadecimal.
    public let digest: String
    /// The changes that it carries, in the order of its lines.
    public let changes: [ChangeDesk.Ready]
}

extension Host {
    /// What one person may decide about changes of listings at one moment.
    public func changeDesk(_ actor: Actor, now: Instant) -> ChangeDesk {
        ChangeDesk(
            store, plan: plan, policy: configuration.rotation.changes, zones: runtimeZones,
            terms: configuration.rotation.terms, actor: actor, now: now)
    }

    /// The files that carry these changes: one for each account, marketplace and form, with the changes by SKU.
    ///
    /// Equal changes give equal bytes, whether the files are then written or only looked at.
    ///
    /// - Parameter format: the form, where it is not to be the marketplace's usual one.
    /// - Returns: the files by name, and what no form carries.
    public func uploads(
        of changes: [ChangeDesk.Ready], as format: UploadFormat? = nil, at: Instant
    ) throws -> (uploads: [PlannedUpload], refused: [(change: ChangeID, why: UploadError)]) {
        struct Key: Hashable {
            let account: String
            let marketplace: String
            let format: UploadFormat
        }
        var groups: [Key: [(change: ChangeDesk.Ready, line: UploadLine)]] = [:]
        var refused: [(change: ChangeID, why: UploadError)] = []
        for change in changes {
            let subject = change.record.subject
            let line = UploadLine(
                sku: subject.code, product: change.listing.product, productType: change.listing.category,
                change: change.sets)
            let form = format ?? .usual(for: change.sets, on: subject.marketplace)
            do {
                try form.check(line, for: owner(of: subject))
                let key = Key(account: subject.account, marketplace: subject.marketplace, format: form)
                groups[key, default: []].append((change, line))
            } catch {
                refused.append((change.record.id, error))
            }
        }
        let uploads = try groups.map { key, entries in
            let entries = entries.sorted {
                ($0.line.sku, $0.change.record.id) < ($1.line.sku, $1.change.record.id)
            }
            guard let subject = entries.first?.change.record.subject else { throw StoreError.failed("an empty file") }
            let bytes = try key.format.bytes(of: entries.map(\.line), for: owner(of: subject))
            return PlannedUpload(
                name: Self.name(account: key.account, marketplace: key.marketplace, key.format, at: at),
                format: key.format, account: key.account, marketplace: key.marketplace, bytes: bytes,
                digest: UploadFiles.digest(of: bytes), changes: entries.map(\.change))
        }
        return (uploads.sorted { $0.name < $1.name }, refused)
    }

    private func owner(of subject: Subject) -> UploadOwner {
        UploadOwner(marketplace: subject.marketplace, seller: configuration.sellers[subject.account])
    }

    /// `northwind-US-amazon-prices-20261120T200000Z.txt`.
    private static func name(
        account: String, marketplace: String, _ format: UploadFormat, at: Instant
    ) -> String {
        let place = Marketplace.named(marketplace)?.name ?? marketplace
        let moment = at.description.filter { $0 != "-" && $0 != ":" }
        let parts = [account, place, format.rawValue, moment].map { part in
            String(part.map { ($0.isASCII && ($0.isLetter || $0.isNumber)) || $0 == "-" ? $0 : "_" })
        }
        return parts.joined(separator: "-") + "." + format.fileExtension
    }
}
