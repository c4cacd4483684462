import FlywheelKit
import Testing

@Suite struct TextsTests {
    @Test(arguments: 1...20) func whatGoesInComesOut(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let words = (0..<Int.random(in: 0...50, using: &random)).map { _ in
            String(repeating: "Ü\u{0}€", count: Int.random(in: 0...4, using: &random))
        }
        let texts = Texts(words)
        #expect(Array(texts) == words)
        #expect(texts.indices.map { texts.withUTF8(of: $0) { Array($0) } } == words.map { Array($0.utf8) })
        #expect(Texts(bytes: texts.bytes, ends: texts.ends) == texts)

        var twice = texts
        twice.append(contentsOf: texts)
        #expect(Array(twice) == words + words)
        twice.keep(first: words.count)
        #expect(twice == texts)

        let picks = words.isEmpty ? [-1] : (0..<30).map { _ in Int.random(in: -1..<words.count, using: &random) }
        #expect(Array(texts.picked(picks)) == picks.map { $0 < 0 ? "" : words[$0] })
    }

    @Test func aTextGivesWayToALongerOne() {
        var texts: Texts = ["a", "b", "c"]
        texts.replace(1, with: "bbb")
        #expect(texts == ["a", "bbb", "c"])
    }
}
