#pragma once

#include <QFrame>

namespace rbm {

/// A small panel over the window that explains why an estimate of the
/// likelihood is honest or not. Not modal: Esc, its button or a second press of
/// what opened it closes it.
class HonestyExplanation : public QFrame {
    Q_OBJECT
public:
    explicit HonestyExplanation(QWidget *parent = nullptr);

    /// Opens over `anchor`'s window, above `anchor`.
    void openAbove(QWidget *anchor);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addParagraph(const QString &text);
};

} // namespace rbm
