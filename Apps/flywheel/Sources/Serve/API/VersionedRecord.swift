import FlywheelStore

/// A kind of record that paths name, whose changes have to say which version they were decided on.
struct VersionedRecord: Sendable {
    /// The version a record has now; `nil` where there is no such record, which the command itself says better.
    let version: @Sendable (any Store, _ id: String) throws -> Int?

    static let exception = VersionedRecord { store, id in
        try ExceptionID(text: id).flatMap { try store.exception($0)?.version }
    }
    static let `case` = VersionedRecord { store, id in
        try CaseID(text: id).flatMap { try store.caseRecords([$0]).first?.version }
    }
    static let change = VersionedRecord { store, id in
        try ChangeID(text: id).flatMap { try store.listingChange($0)?.version }
    }
    /// An import changes once: when a person decides what becomes of it.
    static let `import` = VersionedRecord { store, id in
        guard let id = ImportID(text: id) else { return nil }
        return try store.imports().first { $0.id == id }.map { $0.state == .quarantined ? 1 : 2 }
    }
    static let proposal = loop(.proposal)
    static let incident = loop(.incident)
    static let maintenance = loop(.maintenance)

    private static func loop(_ kind: LoopRecord.Kind) -> VersionedRecord {
        VersionedRecord { store, id in
            guard id.uppercased().hasPrefix(kind.letter), let number = Int64(id.dropFirst()) else { return nil }
            return try store.loopRecord(kind, number)?.version
        }
    }
}
