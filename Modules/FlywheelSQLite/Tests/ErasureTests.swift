import FlywheelKit
import FlywheelStore
import Foundation
import Testing

@testable import FlywheelSQLite

/// Strings that name somebody are looked for in the bytes of the store's files, the write-ahead log among them.
@Suite("What was erased is in no file")
struct ErasureTests {
    private let folder: Folder
    private let later = noon.advanced(byDays: 1)

    init() throws { folder = try Folder() }

    /// Brings cases of which every `among`th is of the one person, and lets texts grow and shrink afterwards, so that
    /// SQLite moves rows from page to page.
    private func fill(_ store: SQLiteStore, seed: UInt64, among: Int = 10) throws -> PartyID {
        let count = 400
        var random = SplitMix(seed: seed)
        let (cases, parties, messages) = (
            try store.reserve(count, of: CaseRecord.self).number, try store.reserve(2, of: PartyRecord.self).number,
            try store.reserve(count, of: MessageRecord.self).number
        )
        func texts(_ index: Int) -> [PersonalText] {
            let isTheirs = index % among == 0
            let (id, party) = (CaseID(cases + Int64(index)), PartyID(parties + (isTheirs ? 0 : 1)))
            let filler = String(repeating: "parcel \(index) ", count: Int.random(in: 1...80, using: &random))
            let text = isTheirs ? "\(filler)canary7f3a \(filler) canary-7f3a@example.com" : filler
            return [
                PersonalText(.subject, id.number, case: id, party: party, at: noon, isTheirs ? "canary7f3a" : "n"),
                PersonalText(.message, messages + Int64(index), case: id, party: party, at: noon, text),
            ]
        }
        var parts = CaseAct()
        parts.parties = [0, 1].map { PartyRecord(id: PartyID(parties + $0), side: nil, since: noon) }
        parts.texts = [
            PersonalText(.name, parties, case: nil, party: PartyID(parties), at: noon, "Canary7f3a"),
            PersonalText(
                .address, parties, case: nil, party: PartyID(parties), at: noon, "canary-7f3a@example.com"),
        ]
        try store.perform(parts, by: ada, at: noon)
        let acts = (0..<count).map { index in
            let id = CaseID(cases + Int64(index))
            var act = CaseAct()
            var record = CaseRecord(
                id: id, key: CaseKey(source: "s", account: "a", code: "\(index)"), state: "open", body: "{}")
            record.party = PartyID(parties + (index % among == 0 ? 0 : 1))
            act.cases = [(record, 0)]
            act.messages = [
                MessageRecord(id: MessageID(messages + Int64(index)), case: id, at: noon, state: .received)
            ]
            act.texts = texts(index)
            act.events = [JournalEvent(.taken, id.description, state: "open")]
            return act
        }
        #expect(try store.take(acts, by: ada, at: noon).isEmpty)
        for _ in 0..<2 {
            let again = (0..<count).shuffled(using: &random).map { index in
                var act = CaseAct()
                act.texts = texts(index)
                return act
            }
            #expect(try store.take(again, by: ada, at: noon).isEmpty)
        }
        return PartyID(parties)
    }

    /// In how many places the files of the store hold a string, whatever its capitals.
    private func copies(of string: String) throws -> Int {
        try folder.files.reduce(0) { count, file in
            let bytes = try Data(contentsOf: URL(filePath: folder.path(file)))
            return count + String(decoding: bytes, as: UTF8.self).lowercased().components(separatedBy: string).count - 1
        }
    }

    private func erasure(of party: PartyID) -> Erasure {
        var erasure = Erasure()
        erasure.parties = [party]
        erasure.strings = ["canary7f3a", "canary-7f3a@example.com"]
        erasure.events = [JournalEvent(.erased, party.description, detail: "digest")]
        return erasure
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func noByteIsLeft(seed: UInt64) throws {
        let store = try SQLiteStore(path: folder.path())
        let party = try fill(store, seed: seed)
        #expect(try copies(of: "canary") > 100, "otherwise there is nothing to erase")
        let report = try store.erase(erasure(of: party), by: ada, at: later)
        try store.overwriteErased()
        #expect(report.texts == 82)
        #expect(try copies(of: "canary") == 0)
        #expect(try store.journalFaults().isEmpty)
        #expect(try store.search("parcel", in: [.message], limit: 1_000).count == 360)
        #expect(try store.damage().isEmpty)
    }

    @Test func otherReadersDoNotKeepBytesAlive() throws {
        let store = try SQLiteStore(path: folder.path())
        let other = try SQLiteStore(path: folder.path())
        let party = try fill(store, seed: 4)
        #expect(
            try other.texts(.party(party), fields: [.name], for: Access(by: ada, at: noon, purpose: "t")).count == 1)
        _ = try other.erase(erasure(of: party), by: ada, at: later)
        try other.overwriteErased()
        #expect(try copies(of: "canary") == 0)
        #expect(
            try store.texts(.party(party), fields: [.name], for: Access(by: ada, at: noon, purpose: "t")).isEmpty)
    }

    @Test func whatACrashLeftIsOverwrittenByTheNextErasure() throws {
        let store = try SQLiteStore(path: folder.path())
        let party = try fill(store, seed: 5)
        _ = try store.erase(erasure(of: party), by: ada, at: later)
        #expect(try copies(of: "canary") > 0)
        let next = try SQLiteStore(path: folder.path())
        #expect(try next.erase(erasure(of: party), by: ada, at: later) == ErasureReport())
        try next.overwriteErased()
        #expect(try copies(of: "canary") == 0)
    }
}
