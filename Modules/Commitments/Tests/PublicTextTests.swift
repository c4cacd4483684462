import Conversations
import FlywheelKit
import FlywheelStore
import Testing

@testable import Commitments

@Suite struct PublicTextTests {
    private func refusal(_ text: String, names: [String] = [], accounts: [String] = []) throws -> PublicTextRefusal? {
        let scene = try Scene()
        for name in names { try scene.party(name) }
        do {
            _ = try scene.desk(10).open(
                "Orders are late", text: text, severity: .partial, components: ["orders"])
            return nil
        } catch CommitmentError.text(let refusal) { return refusal }
    }

    @Test(arguments: [
        ("Write to jane@mail.example about it.", PublicTextRefusal.Reason.personal(.email), 9),
        ("Call us: +49 30 1234567, day and night.", .personal(.phone), 9),
        ("The card 4111 1111 1111 1111 works again.", .personal(.card), 9),
        ("See X1042 for more.", .recordID, 4), ("Cases c88 and others wait.", .recordID, 6),
    ])
    func whatIsPersonalByItsFormIsRefusedWithItsPlace(text: String, reason: PublicTextRefusal.Reason, place: Int)
        throws
    {
        let refusal = try #require(try refusal(text))
        #expect(refusal.reason == reason && refusal.place?.lowerBound == place, "\(refusal)")
        #expect(refusal.field == .text && refusal.description.contains("at character \(place + 1)"))
    }

    @Test(arguments: [
        ("We called jane ROE about it.", "Jane Roe", 10), ("Roe asked, Jane-Roe waits.", "Jane Roe", 11),
        ("We called Wanda about it.", "Wanda", 10), ("It is about Roe, Jane.", "Jane Roe", 12),
        ("山田さんは待っています。 山田 太郎", "山田 太郎", 13),
    ])
    func namesOfWhoWroteToTheDeskAreRefusedWithTheirPlace(text: String, name: String, place: Int) throws {
        let refusal = try #require(try refusal(text, names: ["Somebody Else", name]))
        #expect(refusal.reason == .name && refusal.place?.lowerBound == place, "\(refusal)")
        #expect(!refusal.description.contains(name))
    }

    @Test func wordsThatAreNoNamesStand() throws {
        let names = ["Jane Roe", "Mark", "Order"]
        let text = "Jane's orders: please mark them; Roemer, X-ray, C++ and 3 of 20 orders from 2026-11-20, 10:30."
        #expect(try refusal(text, names: names) == nil)
    }

    /// An account that nobody named is called by a word that means something else; one that somebody named is not.
    @Test func accountsAreRefusedButForTheOneThatNobodyNamed() throws {
        let scene = try Scene()
        for account in [Subject.nowhere, "northwind", "acme"] {
            let draft = ImportDraft(
                fileName: "\(account).csv", digest: account, format: "listings table", feed: "listings/1",
                subject: .listing, account: account, marketplace: "US", effectiveAt: Scene.hour(0),
                receivedAt: Scene.hour(0))
            let id = try scene.store.beginImport(draft, by: .flywheel)
            try scene.store.finishImport(id, as: .kept, ImportSummary())
        }
        func open(_ text: String) throws {
            _ = try scene.desk(10).open("Late", text: text, severity: .partial, components: ["orders"])
        }
        try open("By default orders of acme come in each hour.")
        let error = #expect(throws: CommitmentError.self) { try open("Orders of northwind are late.") }
        guard case .text(let refusal)? = error else { return }
        #expect(refusal.reason == .account)
    }

    @Test func emptyAndEndlessTextsAreRefused() throws {
        #expect(try refusal(" \n ")?.reason == .empty)
        #expect(try refusal(String(repeating: "a", count: 2_001))?.reason == .length(2_001, most: 2_000))
        #expect(try refusal(String(repeating: "a ", count: 1_000)) == nil)
    }

    @Test func titlesAreLookedAtAsWell() throws {
        let scene = try Scene()
        let error = #expect(throws: CommitmentError.self) {
            try scene.desk(10).open("X12 is late", text: "Late.", severity: .partial, components: ["orders"])
        }
        guard case .text(let refusal)? = error else { return }
        #expect(refusal.field == .title && refusal.reason == .recordID)
    }

    @Test func namesBeyondOnePageAreFound() throws {
        let scene = try Scene()
        for number in 0..<1_005 { try scene.party("Party \(number) Nobody") }
        #expect(throws: CommitmentError.self) {
            try scene.desk(10).open(
                "Late", text: "It is about party 1003 nobody.", severity: .major, components: ["orders"])
        }
        #expect(try scene.store.accesses(to: nil, limit: 10).isEmpty)
    }
}
