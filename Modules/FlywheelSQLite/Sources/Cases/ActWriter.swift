import FlywheelKit
import FlywheelStore
import Foundation
import GRDB

extension Database {
    /// Writes an act whose cases stand as it expects them.
    ///
    /// - Returns: what the journal is to hold of it.
    func write(_ act: CaseAct) throws -> [JournalEvent] {
        for party in act.parties {
            try run(
                """
                INSERT INTO party (id, side, since) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET side = excluded.side, since = excluded.since
                """, [party.id.number, party.side, party.since.seconds])
        }
        for identity in act.identities {
            try run("INSERT OR IGNORE INTO identity VALUES (?, ?)", [Data(identity.digest), identity.party.number])
        }
        for (record, expecting) in act.cases { try write(record, version: expecting + 1) }
        for message in act.messages { try write(message) }
        for decision in act.decisions { try insert(decision) }
        for outreach in act.outreach { try write(outreach) }
        return act.events + (try act.texts.compactMap(write))
    }

    /// Keeps a text, unless it is of a time that was erased.
    ///
    /// - Returns: what seals it in the journal, where it is to be sealed.
    private func write(_ text: PersonalText) throws -> JournalEvent? {
        let key = text.field == .rationale ? NoteDigest.key() : nil
        try run(
            """
            INSERT INTO personal_text (field, number, desk_case, party, at, text, key)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7
            WHERE NOT EXISTS (SELECT 1 FROM desk_case WHERE id = ?3 AND erased >= ?5)
                AND NOT EXISTS (SELECT 1 FROM party WHERE id = ?4 AND erased >= ?5)
            ON CONFLICT DO UPDATE SET desk_case = excluded.desk_case, party = excluded.party, at = excluded.at,
                text = excluded.text, key = excluded.key
            """,
            [
                text.field.rawValue, text.number, text.case?.number, text.party?.number, text.at.seconds, text.text,
                key.map { Data($0) },
            ])
        guard changesCount == 1, let key, let place = text.case else { return nil }
        return JournalEvent(
            .noted, place.description, detail: NoteDigest.detail(of: DecisionID(text.number), text.text, key: key))
    }
}
