/// Dots of a picture made of characters.
struct Raster {
    /// What a dot belongs to; of two in one place the greater is seen.
    enum Layer: Int, Comparable {
        case nothing, fan, middle, past

        static func < (one: Layer, other: Layer) -> Bool { one.rawValue < other.rawValue }
    }

    let style: TextStyle
    /// Characters across.
    let columns: Int
    /// Lines.
    let rows: Int
    private var layers: [Layer]

    init(_ style: TextStyle, columns: Int, rows: Int) {
        self.style = style
        self.columns = columns
        self.rows = rows
        layers = Array(repeating: .nothing, count: columns * style.across * rows * style.down)
    }

    /// Dots across.
    var width: Int { columns * style.across }
    /// Dots from top to bottom.
    var height: Int { rows * style.down }

    /// Sets a dot, counted from the top left; one outside is not seen.
    mutating func set(_ x: Int, _ y: Int, _ layer: Layer) {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return }
        layers[y * width + x] = max(layers[y * width + x], layer)
    }

    /// Sets the dots between two, each next to the one before (J. Bresenham, 1965).
    mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ layer: Layer) {
        let (dx, dy) = (abs(end.x - start.x), -abs(end.y - start.y))
        var (x, y, error) = (start.x, start.y, dx + dy)
        while true {
            set(x, y, layer)
            guard (x, y) != end else { return }
            let twice = 2 * error
            if twice >= dy {
                error += dy
                x += end.x > start.x ? 1 : -1
            }
            if twice <= dx {
                error += dx
                y += end.y > start.y ? 1 : -1
            }
        }
    }

    /// The characters, line by line.
    var lines: [String] {
        (0..<rows).map { row in
            (0..<columns).reduce(into: "") { $0.append(character(row, $1)) }
        }
    }

    private func character(_ row: Int, _ column: Int) -> Character {
        switch style {
        case .ascii:
            return switch layers[row * width + column] {
            case .nothing: " "
            case .fan: "."
            case .middle: "o"
            case .past: "*"
            }
        case .unicode:
            var dots: UInt32 = 0
            for y in 0..<style.down {
                for x in 0..<style.across where layers[(row * style.down + y) * width + column * 2 + x] != .nothing {
                    dots |= Self.bits[y][x]
                }
            }
            return dots == 0 ? " " : Unicode.Scalar(0x2800 + dots).map(Character.init) ?? " "
        }
    }

    /// The bit of each dot of a braille pattern (Unicode Standard, chapter 21.1), top to bottom and left to right.
    private static let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}
