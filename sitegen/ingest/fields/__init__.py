"""What an article says about itself: headline, outlet, author, place, days."""
