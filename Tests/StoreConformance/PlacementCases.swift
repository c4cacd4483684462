import FlywheelKit
import FlywheelStore
import Testing

extension Bench {
    private func expectProductsTogether() throws {
        let homes = try homes()
        for (product, codes) in Dictionary(grouping: try products().keys, by: { try? products()[$0] }) {
            #expect(Set(codes.map { homes[$0] }).count == 1, "\(product ?? "?") is spread over chunks")
        }
    }

    /// As many codes as fill a chunk, all different for different names.
    private func filling(_ name: String) -> [String] { (0..<Chunk.capacity).map { "\(name)\($0)" } }

    func productsShareChunks() throws {
        let codes = ["K1", "K2"] + filling("F")
        try keep(draft("a"), factRows(codes, ["P1", "P2"] + filling("F").map { _ in nil }))
        try keep(draft("b"), factRows(["L1", "L2", "L3"], ["P1", "P3", "P2"]))
        let homes = try homes()
        #expect(homes["L1"] == homes["K1"])
        #expect(homes["L3"] == homes["K2"])
        #expect(homes["L2"] != homes["K1"], "the first chunk is full, and nothing of P3 stands there")
        try expectProductsTogether()
    }

    func subjectMovesToItsProduct() throws {
        let first = try keep(
            draft("a"),
            factRows(
                ["K1"] + filling("F"), ["P1"] + filling("F").map { _ in nil },
                ["price": .integers(Values((0...Chunk.capacity).map(Optional.some)))]))
        let second = try keep(draft("b"), factRows(["L1", "L2", "L1"], nil, ["price": integers(10, 20, 11)]))
        let staged = try store.beginImport(draft("c"), by: person)
        try store.stage(factRows(["L1", "L2"], nil, ["price": integers(30, 40)]), for: staged)
        #expect(try store.subjects(of: staged).count == 2, "what was staged has its places by now")
        #expect(try homes()["L1"] != homes()["K1"])

        let naming = try keep(draft("d"), factRows(["L1"], ["P1"], ["price": integers(50)]))
        #expect(try homes()["L1"] == homes()["K1"])
        #expect(try homes()["L2"] != homes()["K1"])
        try store.stage(factRows(["L1"], nil, ["price": integers(31)]), for: staged)
        try store.finishImport(staged, as: .kept, ImportSummary())
        let content = try content("price", from: [first, second, staged, naming])
        #expect(content["L1"] == [10, 11, 30, 31, 50])
        #expect(content["L2"] == [20, 40])
        #expect(content["K1"] == [0])
    }

    func newestProductWins() throws {
        let days = (0..<4).map { noon.advanced(byDays: Double($0)) }
        try keep(draft("a", at: days[2]), factRows(["K1"], ["P2"]))
        try keep(draft("b", at: days[1]), factRows(["K1"], ["P1"]))
        #expect(try products() == ["K1": "P2"], "an older file does not change what a newer one said")
        try keep(draft("c", at: days[3]), factRows(["K1"], ["P2"]))
        try keep(draft("d", at: days[2].advanced(bySeconds: 1)), factRows(["K1"], ["P1"]))
        #expect(try products() == ["K1": "P2"], "P2 was confirmed later")
        try keep(draft("e", at: days[3]), factRows(["K1"], ["P10"]))
        #expect(try products() == ["K1": "P10"], "of two at the same time the smaller text counts")
        try keep(draft("f", at: days[3].advanced(bySeconds: 1)), factRows(["K1", "K1"], ["P9", "P8"]))
        #expect(try products() == ["K1": "P8"])
        try keep(draft("g", at: days[3].advanced(byDays: 9)), factRows(["K1"]))
        #expect(try products() == ["K1": "P8"], "a file that names no product changes none")
    }

    func orderOfImportsDoesNotMatter() throws {
        for seed in UInt64(1)...2 {
            var random = SplitMix(seed: seed)
            let files = (0..<8).map { number in
                let codes = (0..<40).map { _ in "K\(Int.random(in: 0..<60, using: &random))" }
                let products = codes.map { _ in
                    Bool.random(using: &random) ? nil : "P\(Int.random(in: 0..<9, using: &random))"
                }
                let prices = codes.map { _ in Int?.some(Int.random(in: 0..<1_000, using: &random)) }
                let day = noon.advanced(byDays: Double(Int.random(in: 0..<4, using: &random)))
                return (
                    draft: draft("\(number)", at: day),
                    rows: factRows(codes, products, ["price": .integers(Values(prices))])
                )
            }
            var expected: (content: [String: [Int?]], products: [String: String])?
            for _ in 0..<2 {
                let bench = try backend.bench()
                // Nearly a full chunk, so that where a subject stands at first depends on the order.
                try bench.keep(draft("full"), factRows(Array(filling("F").dropLast(20))))
                var ids: [String: ImportID] = [:]
                for file in files.shuffled(using: &random) {
                    ids[file.draft.digest] = try bench.keep(file.draft, file.rows)
                }
                try bench.expectProductsTogether()
                let sources = files.compactMap { ids[$0.draft.digest] }
                let content = try bench.content("price", from: sources)
                let products = try bench.products()
                #expect(expected.map { $0.content == content } ?? true, "seed \(seed)")
                #expect(expected.map { $0.products == products } ?? true, "seed \(seed)")
                expected = (content, products)
            }
        }
    }

    func chunksHoldTheirCapacity() throws {
        try keep(draft("a"), factRows(filling("F") + ["K1", "K2"]))
        #expect(try store.chunks(of: .listing).count == 2)
        let sizes = try store.chunks(of: .listing).map { try store.rows(of: $0).codes.count }
        #expect(sizes == [Chunk.capacity, 2])
        try keep(draft("b"), factRows(["F0", "M1", "M2"], ["P1", "P1", "P1"]))
        try keep(draft("c"), factRows(["M3", "M4"], [nil, "P1"]))
        #expect(try homes()["M4"] == homes()["F0"])
        #expect(try homes()["M3"] == homes()["K1"])
        try expectProductsTogether()
    }

    func marketplacesAreApart() throws {
        try keep(draft("a"), factRows(["K1"], ["P1"]))
        try keep(draft("b", marketplace: "A1F83G8C2ARO7P"), factRows(["K1", "K2"], ["P1", "P1"]))
        let chunks = try store.chunks(of: .listing)
        #expect(chunks.map(\.marketplace) == ["ATVPDKIKX0DER", "A1F83G8C2ARO7P"])
        #expect(try chunks.map { try Array(store.rows(of: $0).codes) } == [["K1"], ["K1", "K2"]])
        #expect(try store.chunks(of: .order).isEmpty)
    }

    func subjectsAreCounted() throws {
        let first = try keep(draft("a"), factRows(["K1", "K2", "K1"]), factRows(["K2", "K3"]))
        let staged = try store.beginImport(draft("b"), by: person)
        try store.stage(factRows(["K3", "K4"]), for: staged)
        let before = try store.subjects(of: first)
        let now = try store.subjects(of: staged)
        #expect(before.count == 3 && now.count == 2)
        #expect(before.subtracting(now).count == 2 && now.subtracting(before).count == 1)
        #expect(before.subtracting(before) == SubjectSet())
        let chunk = try #require(try store.chunks(of: .listing).first)
        let gone = try #require(before.subtracting(now).rows[chunk.id])
        let codes = try store.rows(of: chunk).codes
        #expect((0..<gone.count).filter { gone[$0] }.map { codes[$0] } == ["K1", "K2"])
        try store.stage(factRows(["K5"]), for: staged)
        #expect(try store.subjects(of: staged).count == 3)
        #expect(try store.subjects(of: ImportID(99)).count == 0)
    }

    func quarantinedProductWaits() throws {
        try keep(draft("a"), factRows(["K1"], ["P1"]))
        let doubtful = try keep(
            draft("b", at: noon.advanced(byDays: 1)), factRows(["K1", "K2"], ["P2", "P2"]), as: .quarantined)
        try keep(draft("c"), factRows(["K2"]))
        #expect(try products() == ["K1": "P1"])
        try store.decideImport(doubtful, accept: true, by: person, at: noon)
        #expect(try products() == ["K1": "P2", "K2": "P2"])
        try expectProductsTogether()
    }
}
