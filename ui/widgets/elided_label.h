#pragma once

#include <QLabel>

namespace rbm {

/// One line that gives way: where there is no room for all of it, it ends in an ellipsis. Give it
/// a tool tip with the whole text.
class ElidedLabel : public QLabel {
    Q_OBJECT
    Q_PROPERTY(QString shortText READ shortText WRITE setShortText)
public:
    explicit ElidedLabel(QWidget *parent = nullptr) : QLabel(parent) {}

    /// Stands there where there is no room for all of the text.
    void setShortText(const QString &text);
    const QString &shortText() const { return m_short; }
    /// Rather nothing than a few letters of the text.
    void vanishWhereNarrow() { m_vanishes = true; }
    /// Pixels of a longer text that are there at least; a few letters unless told.
    void setLeastWidth(int pixels) { m_least = pixels; }
    /// What is to be seen of the text now.
    QString shownText() const;

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_short;
    int m_least = 0;
    bool m_vanishes = false;
};

} // namespace rbm
