#pragma once

#include <QLabel>

namespace rbm {

/// One line that gives way: where there is no room for all of it, it ends in an ellipsis. Give it
/// a tool tip with the whole text.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr) : QLabel(parent) {}

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace rbm
