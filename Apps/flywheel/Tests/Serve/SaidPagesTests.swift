import Foundation
import Testing

@testable import flywheel

/// What the domain says stands on every page in the reader's language.
@Suite struct SaidPagesTests {
    @Test(arguments: ["de", "es", "ja"]) func thePagesOfTheExampleSellerSpeakOneLanguage(language: String) throws {
        try expectOneLanguage(on: PageDoor(try Desk.rotated()), language)
    }

    @Test(arguments: ["de", "ja"]) func thePagesOfASimulatedOrganisationSpeakOneLanguage(language: String) throws {
        let desk = try Desk()
        #expect(desk.run("simulate", "--scenario", "year", "--seed", "7", "--weeks", "10").exit == .done)
        let door = try PageDoor(desk)
        #expect(door.post("/assessment").status == 303)
        try expectOneLanguage(on: door, language)
    }

    /// Follows the links of pages, and names what is marked as English.
    private func expectOneLanguage(on door: PageDoor, _ language: String) throws {
        var waiting = door.plainAddresses.filter { !$0.hasPrefix("/sign-in") }
        var seen = Set(waiting)
        var kinds: [String: Int] = [:]
        var left: [String: String] = [:]
        while let address = waiting.popLast() {
            let answer = door.get(address, in: language)
            guard answer.status == 200 else { continue }
            for match in answer.text.matches(of: #/<span lang="en">(.*?)</span>/#) {
                left[String(match.output.1)] = address
            }
            for match in answer.text.matches(of: #/href="(\/[^"#]*)"/#) {
                let next = String(match.output.1).replacing("&amp;", with: "&")
                let kind = Self.kind(of: next)
                guard kinds[kind, default: 0] < Self.pagesOfAKind, seen.insert(next).inserted else { continue }
                kinds[kind, default: 0] += 1
                waiting.append(next)
            }
        }
        #expect(seen.count > 100)
        for (text, address) in left.sorted(by: { $0.key < $1.key }) {
            Issue.record("\(language), \(address): \(text)")
        }
    }

    /// Pages that are looked at of those that show the same of different records.
    private static let pagesOfAKind = 40

    /// The first parts of an address, which most pages of one kind share.
    private static func kind(of address: String) -> String {
        let path = address.prefix { $0 != "?" }
        return path.split(separator: "/").prefix(2).map { $0.contains(where: \.isNumber) ? "1" : $0 }
            .joined(separator: "/")
    }
}
