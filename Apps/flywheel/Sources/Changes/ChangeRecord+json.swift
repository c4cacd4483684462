import FlywheelKit
import FlywheelStore

extension ChangeRecord: JSONRecord {
    /// The columns of a row.
    static let columns = [
        "id", "state", "mode", "exception", "workflow", "kind", "account", "marketplace", "sku", "what",
        "price.from.amount", "price.from.currency", "price.to.amount", "price.to.currency", "price.unitsNow",
        "price.unitsThen", "price.gain.amount", "price.gain.currency", "proposedAt", "decidedAt", "decidedBy",
        "reason", "written.file", "written.sha256", "written.at", "restored.file",
    ]

    /// The change as a row.
    static let members: Members<Self> = [
        "id": .value(\.id), "state": .word(\.state), "mode": .word(\.mode), "exception": .value(\.exception),
        "workflow": .value(\.fingerprint.workflow), "kind": .value(\.fingerprint.kind),
        "account": .value(\.subject.account), "marketplace": .value(\.subject.marketplace),
        "sku": .value(\.subject.code), "what": .value(\.change.words),
        "price": .maybe(
            \.change.price,
            [
                "from": .value(\.from), "to": .value(\.to), "unitsNow": .value(\.unitsNow),
                "unitsThen": .value(\.unitsThen), "gain": .value(\.gain),
            ]),
        "attributes": .list(\.change.attributes, ["name": .value(\.name), "value": .value(\.value)]),
        "proposedAt": .value(\.proposed), "proposedBy": .value(\.rotation), "decidedAt": .value(\.decided),
        "decidedBy": .value(\.decidedBy), "reason": .value(\.reason), "written": .value(\.written),
        "restored": .value(\.restored), "version": .value(\.version),
    ]
}

extension ChangeRecord.File: JSONRecord {
    static let members: Members<Self> = [
        "file": .value(\.path), "sha256": .value(\.digest), "at": .value(\.at), "by": .value(\.by),
    ]
}
