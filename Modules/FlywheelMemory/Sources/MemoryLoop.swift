import FlywheelKit
import FlywheelStore

/// What was decided and measured, in memory.
struct MemoryLoop: Sendable {
    /// What names a record within its kind.
    private struct Name: Hashable {
        let kind: LoopRecord.Kind
        let key: String
    }

    private var records: [LoopRecord.Kind: [Int64: LoopRecord]] = [:]
    private var numbers: [Name: Int64] = [:]
    private var reserved: [LoopRecord.Kind: Int64] = [:]
    /// What a simulation that writes the store draws its chance from.
    var seed: UInt64?

    mutating func reserve(_ count: Int, _ kind: LoopRecord.Kind) -> Int64 {
        defer { reserved[kind, default: 0] += Int64(count) }
        return reserved[kind, default: 0] + 1
    }

    func record(_ kind: LoopRecord.Kind, _ number: Int64) -> LoopRecord? { records[kind]?[number] }

    func record(_ kind: LoopRecord.Kind, keyed key: String) -> LoopRecord? {
        numbers[Name(kind: kind, key: key)].flatMap { records[kind]?[$0] }
    }

    /// The records of a kind, by number.
    func records(_ kind: LoopRecord.Kind) -> [LoopRecord] {
        records[kind, default: [:]].values.sorted { $0.number < $1.number }
    }

    /// All records.
    var all: [LoopRecord] { LoopRecord.Kind.allCases.flatMap { records($0) } }

    /// Keeps records, all or none.
    mutating func keep(_ kept: [LoopRecord]) throws(StoreError) {
        var next = self
        var late: [String] = []
        for record in kept where !next.replace(record) { late.append(record.id) }
        guard late.isEmpty else { throw .recordsChangedMeanwhile(late) }
        self = next
    }

    /// Puts a record in the place of the one it was made from, and says whether that was still there.
    private mutating func replace(_ record: LoopRecord) -> Bool {
        let name = Name(kind: record.kind, key: record.key)
        let standing = records[record.kind]?[record.number]
        if record.version == 0 {
            guard standing == nil, numbers[name] == nil else { return false }
        } else {
            guard let standing, standing.version == record.version, standing.key == record.key,
                standing.workflow == record.workflow
            else { return false }
        }
        var record = record
        record.version += 1
        records[record.kind, default: [:]][record.number] = record
        numbers[name] = record.number
        return true
    }
}
