/// The small pictures beside words: drawn in the colour of the text, and silent, since the word says the same.
enum Icon {
    case dot, diamond, person, bars, brokenRing, tick, cross, clock, coin, note

    var html: HTML {
        "<svg class=\"icon\" width=\"14\" height=\"14\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">\(shape)</svg>"
    }

    private var shape: HTML {
        switch self {
        case .dot: "<circle cx=\"8\" cy=\"8\" r=\"5\" class=\"full\"/>"
        case .diamond: "<path d=\"M8 2l6 6-6 6-6-6z\"/>"
        case .person: "<circle cx=\"8\" cy=\"5\" r=\"3\"/><path d=\"M2.5 14.5c0-7 11-7 11 0\"/>"
        case .bars: "<path d=\"M5 3v10M11 3v10\"/>"
        case .brokenRing: "<circle cx=\"8\" cy=\"8\" r=\"5.5\" stroke-dasharray=\"7 4.5\"/>"
        case .tick: "<path d=\"M2.5 8.5l4 4 7-9\"/>"
        case .cross: "<path d=\"M3.5 3.5l9 9M12.5 3.5l-9 9\"/>"
        case .clock: "<circle cx=\"8\" cy=\"8\" r=\"6\"/><path d=\"M8 4v4l3 2\"/>"
        case .coin: "<circle cx=\"8\" cy=\"8\" r=\"5\"/><path d=\"M2 14L14 2\"/>"
        case .note: "<circle cx=\"8\" cy=\"8\" r=\"6\"/><path d=\"M8 7v5M8 4v1\"/>"
        }
    }
}
