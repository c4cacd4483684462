/// Ten periods with three demands: 5 after three periods, 3 after four more, 4 after two more.
let goldenDemand: [Double] = [0, 0, 5, 0, 0, 0, 3, 0, 4, 0]
