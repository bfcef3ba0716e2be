#pragma once

class QScrollArea;
class QWidget;

namespace rbm {

/// Keeps a column that scrolls up and down as wide as its content needs, whatever the language:
/// at least `least`, and wider by its bar, which stands beside the content.
void keepColumnWidth(QScrollArea *scroll, int least);

/// The same for what the scroll area stands in with `margin` around it; the bar has its room
/// within `least` where there is enough.
void keepColumnWidth(QScrollArea *scroll, QWidget *around, int margin, int least);

} // namespace rbm
