#pragma once

#include <QWidget>

namespace rbm {

/// A frame around all of a window while something is dragged over it that can be dropped there;
/// the mouse goes through it.
class DropFrame : public QWidget {
public:
    explicit DropFrame(QWidget *window);

    void showAround();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace rbm
