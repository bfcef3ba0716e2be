#pragma once

#include <QObject>

#include <cstddef>
#include <vector>

class QAbstractButton;

namespace rbm {

/// Makes a row of buttons one stop of the Tab key: the arrow keys go from one to the next, Home
/// and End to the first and the last, and Tab comes back to the one that was left. Buttons that
/// are off are passed over.
class ArrowRow : public QObject {
    Q_OBJECT
public:
    /// Lives as long as `parent`, which may be the buttons' own.
    ArrowRow(std::vector<QAbstractButton *> buttons, QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void stopAt(const QObject *button);
    bool go(const QObject *from, int key);
    bool focusFrom(std::ptrdiff_t at, std::ptrdiff_t step);

    std::vector<QAbstractButton *> m_buttons;
};

} // namespace rbm
