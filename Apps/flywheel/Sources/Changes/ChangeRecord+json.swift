import FlywheelKit
import FlywheelStore

extension ChangeRecord {
    /// The columns of a row.
    static let columns = [
        "id", "state", "mode", "exception", "workflow", "kind", "account", "marketplace", "sku", "what",
        "price.from.amount", "price.from.currency", "price.to.amount", "price.to.currency", "price.unitsNow",
        "price.unitsThen", "price.gain.amount", "price.gain.currency", "proposedAt", "decidedAt", "decidedBy",
        "reason", "written.file", "written.sha256", "written.at", "restored.file",
    ]

    /// The change as a row.
    var json: JSON {
        [
            "id": .text(id.description), "state": .text(state.rawValue), "mode": .text(mode.rawValue),
            "exception": .text(exception.description), "workflow": .text(fingerprint.workflow),
            "kind": .text(fingerprint.kind), "account": .text(subject.account),
            "marketplace": .text(subject.marketplace), "sku": .text(subject.code), "what": .text(change.words),
            "price": change.price?.json ?? nil,
            "attributes": .array(change.attributes.map { ["name": .text($0.name), "value": .text($0.value)] }),
            "proposedAt": .instant(proposed), "proposedBy": .text(rotation.description),
            "decidedAt": .instant(decided), "decidedBy": .text(decidedBy), "reason": .text(reason),
            "written": written?.json ?? nil, "restored": restored?.json ?? nil, "version": .count(version),
        ]
    }

    /// The same shape for schemas.
    static let shape: Shape = [
        "id": .text, "state": .word(State.allCases.map(\.rawValue)), "mode": .word(Mode.allCases.map(\.rawValue)),
        "exception": .text, "workflow": .text, "kind": .text, "account": .text, "marketplace": .text, "sku": .text,
        "what": .text,
        "price": .maybe([
            "from": .knownMoney, "to": .knownMoney, "unitsNow": .maybe(.number), "unitsThen": .maybe(.number),
            "gain": .maybe(.knownMoney),
        ]),
        "attributes": .list(["name": .text, "value": .maybe(.text)]), "proposedAt": .instant, "proposedBy": .text,
        "decidedAt": .maybe(.instant), "decidedBy": .maybe(.text), "reason": .maybe(.text),
        "written": .maybe(File.shape), "restored": .maybe(File.shape), "version": .integer,
    ]
}

extension PriceChange {
    fileprivate var json: JSON {
        [
            "from": .money(from), "to": .money(to), "unitsNow": unitsNow.map(JSON.number) ?? nil,
            "unitsThen": unitsThen.map(JSON.number) ?? nil,
            "gain": gain.map { .money($0) } ?? nil,
        ]
    }
}

extension ChangeRecord.File {
    fileprivate var json: JSON {
        ["file": .text(path), "sha256": .text(digest), "at": .instant(at), "by": .text(by)]
    }

    fileprivate static let shape: Shape = ["file": .text, "sha256": .text, "at": .instant, "by": .text]
}
