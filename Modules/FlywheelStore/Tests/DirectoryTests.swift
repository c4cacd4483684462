import FlywheelKit
import FlywheelStore
import Testing

/// What a directory promises, tried with a plain model: a dictionary from code to place.
@Suite("A directory keeps subjects in their places")
struct DirectoryTests {
    private static let source = ImportID(1)

    @Test(arguments: UInt64(1)...12)
    func productsShareAChunkWhateverComes(seed: UInt64) {
        var random = SplitMix(state: seed)
        var directory = Directory(capacity: 4)
        var next: Int64 = 10
        var products: [String: String] = [:]
        for _ in 0..<20 {
            let codes = (0..<9).map { _ in "code-\(Int.random(in: 0..<90, using: &random))" }
            let claims = codes.map { _ in
                Bool.random(using: &random) ? "P\(Int.random(in: 0..<20, using: &random))" : nil
            }
            let before = codes.map { products[$0] != nil }
            let places = directory.place(Texts(codes), products: Values(claims), of: Self.source, next: &next)
            for (index, code) in codes.enumerated() where !before[index] {
                products[code] = products[code] ?? claims[index]
            }
            if let (index, place) = places.enumerated().randomElement(using: &random) {
                let product = "P\(Int.random(in: 0..<20, using: &random))"
                _ = directory.name(place, product, by: Self.source)
                products[codes[index]] = product
            }
            expectSound(directory)
        }
        #expect(directory.chunks.map(\.id) == (0..<directory.chunks.count).map { 10 + Int64($0) }, "seed \(seed)")
    }

    /// Every subject stands once, and those of a product together.
    private func expectSound(_ directory: Directory) {
        var seen: Set<String> = []
        var homes: [String: Int] = [:]
        for chunk in directory.chunks.indices {
            let rows = directory.content(of: chunk)
            for row in rows.codes.indices {
                guard let code = rows.codes[row] else {
                    #expect(rows.products[row] == nil)
                    continue
                }
                #expect(seen.insert(code).inserted, "\(code) stands twice")
                guard let product = rows.products[row] else { continue }
                #expect(homes[product, default: chunk] == chunk, "\(product) is spread over chunks")
                homes[product] = chunk
            }
        }
    }

    @Test(arguments: UInt64(1)...4)
    func whatIsLoadedPlacesAlike(seed: UInt64) {
        var random = SplitMix(state: seed)
        var directory = Directory(capacity: 5)
        var next: Int64 = 1
        func batch() -> (Texts, Values<String>) {
            let codes = (0..<30).map { _ in "K\(Int.random(in: 0..<100, using: &random))" }
            return (Texts(codes), Values(codes.map { $0.hasSuffix("7") ? "P" : nil }))
        }
        for _ in 0..<5 {
            let (codes, products) = batch()
            _ = directory.place(codes, products: products, of: Self.source, next: &next)
        }
        var loaded = Directory(capacity: 5)
        for chunk in directory.chunks.indices {
            loaded.load(directory.content(of: chunk), of: directory.chunks[chunk].id)
        }
        var other = next
        let (codes, products) = batch()
        let places = directory.place(codes, products: products, of: Self.source, next: &next)
        #expect(loaded.place(codes, products: products, of: Self.source, next: &other) == places, "seed \(seed)")
        // Another program's directory takes over what has changed since.
        for chunk in directory.chunks.indices {
            loaded.load(directory.content(of: chunk), of: directory.chunks[chunk].id)
        }
        #expect(loaded.place(codes, products: products, of: Self.source, next: &other) == places)
    }

    @Test func manyCodesFindTheirPlaces() {
        let codes = Texts((0..<40_000).map { "SKU-\($0)" })
        var directory = Directory()
        var next: Int64 = 1
        let unknown = Values<String>(unknown: codes.count)
        let places = directory.place(codes, products: unknown, of: Self.source, next: &next)
        #expect(Set(places).count == codes.count)
        #expect(directory.chunks.count == 5 && next == 6)
        #expect(directory.place(codes, products: unknown, of: Self.source, next: &next) == places)
        #expect(places.last == Place(chunk: 4, row: 40_000 - 4 * Chunk.capacity - 1))
    }

    @Test func textsOfAnyLengthAreToldApart() {
        let codes = Texts(
            (0..<40).flatMap { [String(repeating: "a", count: $0), String(repeating: "a", count: $0) + "b"] })
        var directory = Directory()
        var next: Int64 = 1
        let places = directory.place(
            codes, products: Values(unknown: codes.count), of: Self.source, next: &next)
        #expect(places == (0..<80).map { Place(chunk: 0, row: $0) })
    }

    @Test func ofSeveralProductsARowNamesTheSmallestCounts() throws {
        var directory = Directory()
        var next: Int64 = 1
        let rows = FactRows(
            codes: Texts(["K1", "K2", "K1", "K1"]), products: Values(["P9", nil, "P10", "P9"]),
            columns: ["price": .integers(Values([1, 2, nil, 4]))])
        let places = directory.place(rows.codes, products: rows.products, of: Self.source, next: &next)
        var placed = PlacedBatches()
        for _ in 0..<2 { placed.add([rows], at: [places], chunks: directory.chunks.count) }
        let part = try #require(placed.part(for: 0))
        #expect(placed.chunks == [0])
        #expect(part.rows == [0, 1, 0, 0, 0, 1, 0, 0])
        #expect(part.columns == ["price": .integers(Values([1, 2, nil, 4, 1, 2, nil, 4]))])
        #expect(part.claims.rows == [0] && part.claims.products == ["P10"])
    }
}

@Suite("Batches are taken apart by chunk")
struct PlacedBatchesTests {
    private static let source = ImportID(1)

    /// Every row arrives once, in its chunk, in the order in which it came, however many batches come at a time.
    @Test(arguments: [1, 3, 40]) func rowsKeepTheirOrderAndTheirValues(atOnce: Int) throws {
        var random = SplitMix(state: 5)
        var directory = Directory(capacity: 8)
        var next: Int64 = 1
        var placed = PlacedBatches()
        var expected: [Int: [(row: Int32, title: String?, price: Int?)]] = [:]
        let batches = (0..<40).map { number in
            let codes = (0..<Int.random(in: 0..<50, using: &random)).map { _ in
                "K\(Int.random(in: 0..<60, using: &random))"
            }
            let titles = codes.map { Bool.random(using: &random) ? String(repeating: $0, count: number % 5) : nil }
            let prices = codes.map { $0.count + number }
            return FactRows(
                codes: Texts(codes), products: Values(unknown: codes.count),
                columns: number % 3 == 0
                    ? ["title": .texts(Values(titles))]
                    : ["title": .texts(Values(titles)), "price": .integers(Values(all: prices))])
        }
        for start in stride(from: 0, to: batches.count, by: atOnce) {
            let some = Array(batches[start..<min(start + atOnce, batches.count)])
            let places = directory.place(some, of: Self.source, next: &next)
            placed.add(some, at: places, chunks: directory.chunks.count)
            for (batch, places) in zip(some, places) {
                for (row, place) in places.enumerated() {
                    expected[Int(place.chunk), default: []].append(
                        (
                            place.row, batch.columns["title"].flatMap(String.values(of:))?[row],
                            batch.columns["price"].flatMap(Int.values(of:))?[row]
                        ))
                }
            }
        }
        #expect(placed.chunks == expected.keys.sorted())
        for (chunk, rows) in expected {
            let part = try #require(placed.part(for: chunk))
            #expect(part.rows == rows.map(\.row))
            #expect(part.columns["title"] == .texts(Values(rows.map(\.title))))
            #expect(part.columns["price"] == .integers(Values(rows.map(\.price))))
        }
    }

    @Test func columnsOfTwoTypesMakeNoPart() {
        var directory = Directory()
        var next: Int64 = 1
        var placed = PlacedBatches()
        for column in [ColumnData.integers(Values([1])), .texts(Values(["one"]))] {
            let rows = FactRows(codes: Texts(["K"]), products: Values(unknown: 1), columns: ["price": column])
            let places = directory.place([rows], of: Self.source, next: &next)
            placed.add([rows], at: places, chunks: directory.chunks.count)
        }
        #expect(placed.part(for: 0) == nil)
    }
}

@Suite("Work is shared and handed over in order")
struct PipelineTests {
    private struct Stop: Error {}

    @Test func everythingComesInOrder() {
        var seen: [Int] = []
        pipelined(200) {
            $0 * $0
        } use: { index, square in
            #expect(square == index * index)
            seen.append(index)
        }
        #expect(seen == Array(0..<200))
        #expect(concurrentMap(200) { $0 + 1 } == Array(1...200))
        #expect(concurrentMap(0) { $0 } == [])
    }

    @Test func whoStopsIsLetGo() {
        #expect(throws: Stop.self) {
            try pipelined(50) {
                $0
            } use: { index, _ in
                if index == 3 { throw Stop() }
            }
        }
    }
}

extension Directory {
    /// The places of one batch.
    fileprivate mutating func place(
        _ codes: Texts, products: Values<String>, of source: ImportID, next: inout Int64
    ) -> [Place] {
        place([FactRows(codes: codes, products: products, columns: [:])], of: source, next: &next)[0]
    }
}
