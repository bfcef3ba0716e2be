#pragma once

#include <QStatusBar>

class QLabel;

namespace rbm {

/// A status bar whose passing messages stand where its own sentence does, and end in an ellipsis
/// where there is no room for all of one.
class MessageBar : public QStatusBar {
    Q_OBJECT
public:
    using QStatusBar::QStatusBar;

    /// A widget of this bar, which messages hide.
    void setSentence(const QLabel *sentence) { m_sentence = sentence; }
    /// Where a message is drawn.
    QRect messageRect() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QLabel *m_sentence = nullptr;
};

} // namespace rbm
